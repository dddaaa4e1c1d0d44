import type { UserKey } from "./shape.ts";

/**
 * One digit per criterion, in the order of the criteria; "-" is "kann ich nicht beurteilen".
 * The administration's view comes first, the council's second; the digital officers take the first and see synergy one level higher.
 * Measures that are missing here have not been rated yet.
 */
export const ratings: Readonly<Record<string, readonly [administration: string, politics: string]>> = {
  oneDevice: ["31303413", "21203312"],
  notesMigration: ["20321222", "10211222"],
  telephony: ["22212323", "22112323"],
  signature: ["33322314", "22212324"],
  printing: ["11204312", "12103402"],
  longerUse: ["10004402", "22004401"],
  fibre: ["43230223", "44220223"],
  directory: ["31140233", "20130---"],
  wlan: ["22110322", "23110322"],
  cityApp: ["33210234", "44320224"],
  bladeServers: ["30131323", "10120---"],
  controlCentre: ["34132224", "44132124"],
  squareWifi: ["12000400", "23000401"],
  eFile: ["41431223", "31331223"],
  eInbox: ["31321323", "21211323"],
  scanCentre: ["21311413", "11201412"],
  personnelFile: ["20321312", "10211---"],
  applicationInventory: ["30322414", "10212---"],
  applicationRoles: ["20311312", "1020----"],
  buildingFile: ["33321223", "34222223"],
  sportsHalls: ["23302404", "34202404"],
  website: ["44143233", "44243233"],
  ozg: ["44342224", "44342224"],
  chatBot: ["22210322", "33211332"],
  buildingApplication: ["34331224", "34331224"],
  appointments: ["33310414", "34310414"],
  serviceAccount: ["43331224", "33231324"],
  requestStatus: ["23310222", "34310322"],
  onceOnly: ["44431034", "34320134"],
  serviceTerminals: ["22100411", "23100411"],
  defectReports: ["13100142", "34100132"],
  digitalOffice: ["23210322", "33210332"],
  participation: ["22010313", "44010413"],
  mediaPlan: ["44240223", "44240223"],
  schoolSupport: ["33340042", "44340032"],
  learningIslands: ["11000402", "23000402"],
  geoTwin: ["32110133", "21100133"],
  sensors: ["33110224", "32110234"],
  openDataPortal: ["32110323", "23120323"],
  dataManagement: ["41221313", "2011----"],
  lorawan: ["22110414", "22110414"],
  cityLab: ["12000222", "34000332"],
  infoSteles: ["12000331", "12000331"],
  guides: ["40200413", "31200413"],
  itPortfolio: ["30223313", "20213---"],
  staffUnit: ["41211223", "31110223"],
  councilWork: ["21112414", "32112414"],
  volunteers: ["12000312", "34000412"],
};

type Rater = {
  readonly side: "administration" | "politics";
  /** Added to each criterion: what this person tends to see higher or lower. */
  readonly leaning: readonly [number, number, number, number, number, number, number, number];
  /** Keys of measures this person still owes a rating. */
  readonly owes: readonly string[];
};

export const raters: Readonly<Partial<Record<UserKey, Rater>>> = {
  lindner: { side: "administration", leaning: [0, 0, 0, 0, 0, 0, 0, 1], owes: [] },
  kraemer: { side: "administration", leaning: [0, 1, 0, 0, 0, -1, 0, 1], owes: ["controlCentre", "bladeServers"] },
  sommer: { side: "administration", leaning: [0, 1, -1, 0, 0, 0, 1, 0], owes: ["geoTwin", "lorawan", "bladeServers", "itPortfolio"] },
  aydin: { side: "administration", leaning: [0, 0, 0, -1, 0, 0, 0, 0], owes: ["directory", "applicationRoles", "dataManagement"] },
  vogt: { side: "administration", leaning: [0, -1, 0, 1, 0, -1, 1, 0], owes: ["cityLab"] },
  brandt: { side: "administration", leaning: [0, 0, 0, 0, -1, 1, 0, 0], owes: ["personnelFile", "guides", "councilWork"] },
  reimann: { side: "administration", leaning: [0, 0, 1, 0, 0, 0, 0, -1], owes: ["squareWifi", "chatBot"] },
  hartwig: { side: "politics", leaning: [0, 0, 0, 0, 1, 0, 1, 0], owes: ["sensors", "geoTwin", "openDataPortal"] },
  petersen: { side: "politics", leaning: [1, 0, 0, 0, -1, 0, 0, 0], owes: ["buildingFile"] },
  nowak: { side: "politics", leaning: [0, 1, 0, -1, 0, 0, -1, 1], owes: ["controlCentre", "scanCentre", "eInbox"] },
  demir: { side: "politics", leaning: [-1, 0, 0, 0, 1, -1, 1, 0], owes: ["participation", "cityLab", "councilWork", "volunteers"] },
};
