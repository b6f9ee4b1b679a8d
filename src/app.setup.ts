import { type Server } from 'node:http';
import { ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import helmet from 'helmet';
import { AppModule } from './app.module.js';
import { jsonBody } from './common/json-body.js';
import { makeLogger, nestLogger, requestLog } from './common/logging.js';
import { ProblemFilter } from './common/problem.filter.js';
import { validationProblem } from './common/validation.js';
import { type Config } from './config.js';
import { serveApiPage } from './openapi.js';
import { webApplication } from './static-web.js';

/** The application as it is served: made the same way by the server, the command line and the tests. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const logger = makeLogger(config.logLevel);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), {
    logger: nestLogger(logger),
    bodyParser: false,
    abortOnError: false,
  });
  configure(app, config, requestLog(logger));
  return app;
}

/** Where did:web and credentials say that they are. */
const forCredentials = ['training-bodies/:bodyId/did.json', 'training-bodies/:bodyId/status-lists/:number'];

/** Pipes, filter and headers; apart from `createApp` so that tests may replace the clock first. */
export function configure(
  app: NestExpressApplication,
  config: Config,
  log: ReturnType<typeof requestLog> = requestLog(makeLogger(config.logLevel)),
): void {
  app.set('trust proxy', config.trustProxy ? 1 : false);
  app.set('query parser', 'simple');
  app.set('etag', false);
  app.disable('x-powered-by');
  app.use(log);
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          mediaSrc: ["'self'", 'blob:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          frameSrc: ["'self'", 'blob:'],
          manifestSrc: ["'self'"],
          workerSrc: ["'self'"],
          formAction: ["'self'"],
          frameAncestors: ["'none'"],
          baseUri: ["'none'"],
        },
      },
      strictTransportSecurity: config.secureCookies,
    }),
  );
  app.use((_request: unknown, response: { setHeader(name: string, value: string): void }, next: () => void) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(webApplication(config.webDir));
  app.use(jsonBody());
  app.setGlobalPrefix('api', {
    exclude: ['health', 'ready', 'verify', 'verify/style.css', 'verify/:number', ...forCredentials],
  });
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      stopAtFirstError: true,
      exceptionFactory: validationProblem,
    }),
  );
  app.useGlobalFilters(new ProblemFilter());
  serveApiPage(app);
  limitTime(app.getHttpServer());
  // A server that was asked to end and did is no failure: by default Nest would then die of the signal.
  app.enableShutdownHooks([], { useProcessExit: true });
}

/**
 * A large upload over a slow line may take hours, so there is no limit on a whole request (JSON bodies have one of their
 * own); a connection on which nothing moves is closed.
 */
function limitTime(server: Server): void {
  server.requestTimeout = 0;
  server.headersTimeout = 30_000;
  server.setTimeout(120_000);
}
