import { Problem, routes, type Route } from '@parley/shared-types';
import * as z from 'zod';
import { API_PREFIX } from '../../common/endpoint.js';

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

/** OpenAPI 3.1 of every REST call, generated from the schemas that validate it. */
export function openApiDocument(version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(routes as Record<string, Route>)) {
    const path = API_PREFIX + route.url.replace(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = operation(name, route);
  }
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
