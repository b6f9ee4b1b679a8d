import { type INestApplication } from '@nestjs/common';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
}

/**
 * Every route the application answers, from its router itself: `GET /api/me`. Nest registers the routes that are
 * outside the prefix once more, for every method, at the end; those only pass on.
 */
export function routesOf(app: INestApplication): string[] {
  const { router } = app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  const routes = router.stack.flatMap(({ route }) => {
    const methods = Object.keys(route?.methods ?? {});
    return route && methods.length === 1 ? [`${methods[0]!.toUpperCase()} ${route.path}`] : [];
  });
  return [...new Set(routes)];
}
