import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node";

type Handler = (request: Request, context: AppLoadContext) => Promise<Response>;

/** "/massnahmen/7.data" → "massnahmen": the first part of an address names its area. */
const areaOf = (pathname: string): string => (pathname.split("/")[1] ?? "").replace(/\.data$/, "");

/**
 * Remix compares an address with every route of the site, several times per request and compiling a pattern for each,
 * which took a fifth of a page's time. Here each area's handler knows only the routes that can match in it: those that
 * begin with the area's name, and those without a fixed beginning. Whatever else is asked (the manifest of routes that
 * browsers discover as they go) goes to a handler that knows all.
 */
export function areaHandlers(build: ServerBuild): Handler {
  const whole = createRequestHandler(build);
  const routes = Object.entries(build.routes);
  const areas = new Set(routes.flatMap(([, route]) => (route?.path && !route.path.startsWith("*") ? [areaOf(`/${route.path}`)] : [])));
  const handlers = new Map<string, Handler>();
  for (const area of areas) {
    const belongs = ([, route]: (typeof routes)[number]) => !route?.path || route.path.startsWith("*") || areaOf(`/${route.path}`) === area;
    const own = Object.fromEntries(routes.filter(belongs));
    const ownAssets = Object.fromEntries(Object.entries(build.assets.routes).filter(([id]) => id in own));
    handlers.set(area, createRequestHandler({ ...build, routes: own, assets: { ...build.assets, routes: ownAssets } }));
  }
  return (request, context) => (handlers.get(areaOf(new URL(request.url).pathname)) ?? whole)(request, context);
}
