import { type INestApplication } from '@nestjs/common';
import { type NestExpressApplication } from '@nestjs/platform-express';
import { type Request, type Response } from 'express';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The API's description, made from the controllers, the DTOs and their comments. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Touchstone 試金石')
    .setDescription(
      'Evidence, judgement and signed verdicts for competency units. Every error is RFC 9457 problem JSON with a stable `code`; ' +
        'lists are paged by cursor (`next`); texts follow `Accept-Language` (zh-TW, en). ' +
        'Sign in with `POST /api/session` and send `X-CSRF-Token`, or use an API token as `Authorization: Bearer`.',
    )
    .setVersion('1')
    .addCookieAuth('touchstone')
    .addBearerAuth()
    .addSecurityRequirements('cookie')
    .addSecurityRequirements('bearer')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  return withProblems(document);
}

/** Every operation may answer with a problem. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const schema = { $ref: '#/components/schemas/Problem' };
  const Problem = { description: 'Problem', content: { 'application/problem+json': { schema } } };
  const components = document.components ?? {};
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as object[]);
  for (const operation of operations as { responses?: Record<string, object> }[]) {
    if (operation.responses) operation.responses.default = { $ref: '#/components/responses/Problem' };
  }
  return {
    ...document,
    components: {
      ...components,
      schemas: { ...components.schemas, Problem: problemSchema },
      responses: { ...components.responses, Problem },
    },
  };
}

const problemSchema: NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string] = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'What went wrong and what to do, in the language asked for.' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable: programs decide by it.' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { field: { type: 'string' }, rule: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    details: { description: 'More for programs, such as the open rules of a refused verdict.' },
  },
};

/** What the page styles inline, which the content security policy does not let it. */
const pageStyle = 'body { margin: 0; background: #fafafa } body > svg { position: absolute; width: 0; height: 0 }';

/** Serves the description at /api/openapi.json and a page to read it at /api/docs. */
export function serveApiPage(app: NestExpressApplication): void {
  app.use('/api/docs.css', (_request: Request, response: Response) => {
    response.type('css').send(pageStyle);
  });
  SwaggerModule.setup('api/docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Touchstone API',
    customCssUrl: '/api/docs.css',
    swaggerOptions: { layout: 'BaseLayout', docExpansion: 'list' },
  });
}
