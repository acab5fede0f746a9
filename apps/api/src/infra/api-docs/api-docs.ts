import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Env } from '../../config/env.js';
import { asyncApiDocument } from './asyncapi.js';
import { openApiDocument } from './openapi.js';

/** Swagger UI at `/api`, the two documents beside it; each is made when first asked for. */
export function serveApiDocs(app: NestExpressApplication, { VERSION }: Env): void {
  const documents = { openapi: openApiDocument, asyncapi: asyncApiDocument };
  for (const [name, documentOf] of Object.entries(documents)) {
    let json: string | undefined;
    app.use(
      `/api/${name}.json`,
      (_: unknown, response: { type(t: string): { send(body: string): void } }) => {
        response.type('application/json').send((json ??= JSON.stringify(documentOf(VERSION))));
      },
    );
  }
  SwaggerModule.setup('api', app, () => openApiDocument(VERSION) as unknown as OpenAPIObject, { raw: false });
}
