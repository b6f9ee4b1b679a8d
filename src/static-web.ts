import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { type NextFunction, type Request, type Response, Router } from 'express';

/** Where the pages of the web application begin; anything else that is not there is answered as such. */
const pages =
  /^\/(?:$|(?:account|appeals|assessments|bodies|certificates|documents|field|installation|notices|search|third-party|visits)(?:\/|$))/;

/**
 * The web application as it was built: one page for all its addresses, asked for anew each time, and files whose names
 * tell their content, kept for ever. Without a build there is nothing here.
 */
export function webApplication(folder: string): Router {
  const router = Router();
  const page = join(folder, 'index.html');
  if (!existsSync(page)) return router;
  const revalidated = (response: Response): void => void response.setHeader('Cache-Control', 'no-cache');
  router.get(pages, (_request: Request, response: Response, next: NextFunction) => {
    revalidated(response);
    response.sendFile(page, { cacheControl: false, etag: true }, (error) => {
      if (error) next(error);
    });
  });
  router.use(
    '/assets',
    express.static(join(folder, 'assets'), { index: false, redirect: false, immutable: true, maxAge: '1y' }),
  );
  router.use(express.static(folder, { index: false, redirect: false, cacheControl: false, setHeaders: revalidated }));
  return router;
}
