import { randomUUID } from 'node:crypto';
import { type LoggerService } from '@nestjs/common';
import { pino, type DestinationStream, type Logger } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';

export function makeLogger(level: string, destination: DestinationStream = pino.destination(1)): Logger {
  const { isoTime } = pino.stdTimeFunctions;
  return pino({ level, base: undefined, timestamp: isoTime, serializers: { err: bareError } }, destination);
}

/** What an error says without people's data, which may hide in its message and in a statement's parameters. */
function bareError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const stack = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, code: (error as { code?: unknown }).code, stack };
}

/**
 * One line a request: id, method, route, status, time. No query, body, header, address or name: logs are read by
 * people who may not read the evidence.
 */
export function requestLog(logger: Logger): HttpLogger {
  return pinoHttp({
    logger,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    serializers: {
      err: bareError,
      req: (request: { id: string; method: string; url: string }) => ({
        id: request.id,
        method: request.method,
        path: request.url.split('?')[0],
      }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    autoLogging: { ignore: (request) => /^\/(health|ready)$/.test(request.url ?? '') },
  });
}

/** Nest's own messages through the same logger: its start-up chatter as debug, the rest at its level. */
export function nestLogger(logger: Logger): LoggerService {
  const at =
    (level: 'info' | 'error' | 'warn' | 'debug') =>
    (message: unknown, ...rest: unknown[]): void => {
      const context = rest.findLast((r) => typeof r === 'string');
      if (message instanceof Error) logger[level]({ context, err: message }, 'failed');
      else if (typeof message === 'string') logger[level]({ context }, message);
      else logger[level]({ context, ...(message as object) }, 'failed');
    };
  return { log: at('debug'), error: at('error'), warn: at('warn'), debug: at('debug') };
}
