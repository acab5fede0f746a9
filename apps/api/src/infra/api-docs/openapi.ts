import { Problem, routes, type Route } from '@parley/shared-types';
import * as z from 'zod';
import { API_PREFIX } from '../../common/endpoint.js';
import { fileRoutes } from '../http/file-routes.js';

type Schema = z.core.$ZodType;

const jsonSchema = (schema: Schema, io: 'input' | 'output') => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
};

const content = (schema: Schema, io: 'input' | 'output', type = 'application/json') => ({
  content: { [type]: { schema: jsonSchema(schema, io) } },
});

const parametersIn = (place: 'path' | 'query', schema: Schema | undefined) => {
  if (!schema) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
};

const operation = (name: string, route: Route) => ({
  operationId: name,
  summary: route.summary,
  tags: [route.url.split('/')[1]],
  security: route.access === 'public' ? [] : [{ bearer: [] }, { cookie: [] }],
  parameters: [...parametersIn('path', route.path), ...parametersIn('query', route.query)],
  ...(route.body && { requestBody: { required: true, ...content(route.body, 'input') } }),
  responses: {
    [route.status ?? (route.data ? 200 : 204)]: {
      description: route.summary,
      ...(route.data && content(route.data, 'output')),
    },
    default: { description: 'A problem', ...content(Problem, 'output', 'application/problem+json') },
  },
});

const binary = (...types: string[]) => ({
  content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
});
const bytes = (type: string) => ({
  200: { description: 'All of it', ...binary(type) },
  206: { description: 'The range that was asked for', ...binary(type) },
  304: { description: 'It is what the client has' },
  416: { description: 'It has no such range' },
});

/** What is not JSON of the calls that are not. */
const BESIDE_JSON: Record<keyof typeof fileRoutes, { requestBody?: object; responses?: object }> = {
  upload: {
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: {
            type: 'object',
            required: ['file'],
            properties: {
              alt: { type: 'string', description: 'What a picture shows' },
              file: { type: 'string', format: 'binary' },
            },
          },
        },
      },
    },
  },
  thumbnail: { responses: bytes('image/webp') },
  file: { responses: bytes('*/*') },
};

function fileOperation(name: keyof typeof fileRoutes) {
  const { requestBody, responses } = BESIDE_JSON[name];
  const described = operation(name, fileRoutes[name]);
  const { default: problem } = described.responses;
  return {
    ...described,
    ...(requestBody && { requestBody }),
    ...(responses && { responses: { ...responses, default: problem } }),
  };
}

/** OpenAPI 3.1 of every REST call, generated from the schemas that validate it. */
export function openApiDocument(version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  const add = ({ method, url }: Route, described: object) => {
    const path = API_PREFIX + url.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[method.toLowerCase()] = described;
  };
  for (const [name, route] of Object.entries(routes as Record<string, Route>))
    add(route, operation(name, route));
  for (const name of ['upload', 'thumbnail', 'file'] as const) add(fileRoutes[name], fileOperation(name));
  return {
    openapi: '3.1.0',
    info: { title: 'Parley', version, description: 'A real-time messenger that people run themselves.' },
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'session' },
      },
    },
  };
}
