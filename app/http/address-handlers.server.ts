import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node";

type Handler = (request: Request, context: AppLoadContext) => Promise<Response>;

/** "/massnahmen/7.data" → "massnahmen/2": how an address begins and how many parts it has. */
function shapeOf(address: string): string {
  const parts = address.replace(/\.data$/, "").split("/").filter(Boolean);
  return `${parts[0] ?? ""}/${parts.length}`;
}

/** A route that other shapes can match, too: it has no path of its own, or one without a fixed beginning or length. */
const hasOpenShape = (path: string | undefined): boolean => !path || path.startsWith(":") || /[*?]/.test(path);

/**
 * Remix compares an address with every route of the site, several times per request and compiling a pattern for each,
 * which took a fifth of a page's time. Here the addresses of each shape have a handler that knows only the routes which
 * can match them. An address of any other shape goes to a handler that knows all routes.
 */
export function addressHandlers(build: ServerBuild): Handler {
  const whole = createRequestHandler(build);
  const routes = Object.entries(build.routes);
  const shapes = new Set(routes.flatMap(([, route]) => (hasOpenShape(route?.path) ? [] : [shapeOf(route?.path ?? "")])));
  const handlers = new Map<string, Handler>();
  for (const shape of shapes) {
    const own = Object.fromEntries(routes.filter(([, route]) => hasOpenShape(route?.path) || shapeOf(route?.path ?? "") === shape));
    const ownAssets = Object.fromEntries(Object.entries(build.assets.routes).filter(([id]) => id in own));
    handlers.set(shape, createRequestHandler({ ...build, routes: own, assets: { ...build.assets, routes: ownAssets } }));
  }
  return (request, context) => (handlers.get(shapeOf(new URL(request.url).pathname)) ?? whole)(request, context);
}
