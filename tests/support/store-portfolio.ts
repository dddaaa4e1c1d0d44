export { storeMeasure, storePortfolio } from "#db/seed/store-portfolio.server.ts";
