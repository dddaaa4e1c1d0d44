import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node";

type Handler = (request: Request, context: AppLoadContext) => Promise<Response>;

/** "/massnahmen/7.data" → "massnahmen/7": an address as the site map writes its paths. */
const pathOf = (address: string): string => address.replace(/\.data$/, "").split("/").filter(Boolean).join("/");

/** "massnahmen/7" → "massnahmen/2": how a path begins and how many parts it has. */
function shapeOf(path: string): string {
  const parts = path.split("/");
  return `${parts[0] ?? ""}/${parts.length}`;
}

/** A route that addresses of several shapes can match: it has no path of its own, or one without a fixed beginning or length. */
const isOpen = (path: string | undefined): boolean => !path || path.startsWith(":") || /[*?]/.test(path);

/**
 * Remix compares an address with every route of the site, several times per request and compiling a pattern for each,
 * which took a fifth of a page's time. Here an address that is written out in the site map has a handler that knows its
 * route alone; one with parameters has a handler that knows the routes of its shape. Both know the routes that any address
 * can match. An address of any other shape goes to a handler that knows all routes.
 */
export function addressHandlers(build: ServerBuild): Handler {
  const routes = Object.entries(build.routes);
  const paths = routes.flatMap(([, route]) => (route?.path === undefined || isOpen(route.path) ? [] : [route.path]));
  const handlerOf = (belongs: (path: string) => boolean): Handler => {
    const own = Object.fromEntries(routes.filter(([, route]) => isOpen(route?.path) || belongs(route?.path ?? "")));
    const ownAssets = Object.fromEntries(Object.entries(build.assets.routes).filter(([id]) => id in own));
    return createRequestHandler({ ...build, routes: own, assets: { ...build.assets, routes: ownAssets } });
  };
  const written = new Map(paths.filter((path) => !path.includes(":")).map((path) => [path, handlerOf((each) => each === path)]));
  const withParameters = paths.filter((path) => path.includes(":"));
  const shaped = new Map(withParameters.map((path) => [shapeOf(path), handlerOf((each) => each.includes(":") && shapeOf(each) === shapeOf(path))]));
  const whole = createRequestHandler(build);
  return (request, context) => {
    const path = pathOf(new URL(request.url).pathname);
    return (written.get(path) ?? shaped.get(shapeOf(path)) ?? whole)(request, context);
  };
}
