import { existsSync, readdirSync, readFileSync } from 'node:fs';
import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import ts from 'typescript-eslint';
import { FEATURES } from './apps/api/features.mjs';

// Module boundaries without a plugin: the tags live in each package.json under nx.tags.
const MAY_IMPORT = {
  'scope:shared': [],
  'scope:api': ['scope:shared'],
  'scope:web': ['scope:web', 'scope:shared'],
  'scope:e2e': ['scope:shared'],
  'scope:bench': ['scope:shared'],
};

const root = import.meta.dirname;
const folders = ['apps', 'libs'].flatMap((top) =>
  readdirSync(`${root}/${top}`).map((name) => `${top}/${name}`),
);
const projects = [...folders, 'bench']
  .filter((dir) => existsSync(`${root}/${dir}/package.json`))
  .map((dir) => {
    const manifest = JSON.parse(readFileSync(`${root}/${dir}/package.json`, 'utf8'));
    return {
      dir,
      name: manifest.name,
      scope: manifest.nx.tags.find((tag) => tag.startsWith('scope:')),
      dependencies: { ...manifest.dependencies, ...manifest.devDependencies },
    };
  });

/** What a project may not import: its siblings by path, and projects outside its scope or its manifest. */
const foreignProjects = (project) => [
  { regex: '^(\\.\\./)+(apps|libs)/', message: 'Import another project by its package name.' },
  ...projects
    .filter((other) => other !== project)
    .filter(
      (other) => !MAY_IMPORT[project.scope]?.includes(other.scope) || !(other.name in project.dependencies),
    )
    .map((other) => ({
      regex: `^${other.name}($|/)`,
      message: `${project.name} may not import ${other.name}, or does not declare it.`,
    })),
];

const onlyIn = (place, ...names) =>
  names.map((name) => ({ regex: `^${name}($|/)`, message: `Only ${place} may import ${name}.` }));

/** A feature of the API imports only the features before it. */
const laterFeatures = (feature) =>
  FEATURES.slice(FEATURES.indexOf(feature) + 1).map((later) => ({
    regex: `^(\\.\\./)+(features/)?${later}/`,
    message: `${feature} comes before ${later} (see apps/api/features.mjs).`,
  }));

const restrict = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const byDir = (dir) => foreignProjects(projects.find((project) => project.dir === dir));

// ESLint lets the last matching entry win, so each of these states all that holds for its files.
const api = byDir('apps/api');
const typeorm = onlyIn(
  '*.repository.ts, *.entity.ts, infra/database and infra/migrations',
  'typeorm',
  '@nestjs/typeorm',
);
const socketio = onlyIn('infra/realtime and *.gateway.ts', 'socket.io');
const express = onlyIn('common, infra, *.guard.ts and *.controller.ts', 'express');
const backToFeatures = [
  { regex: '(^|/)features/', message: 'features → infra, common, config; never back.' },
];

export default ts.config(
  {
    ignores: [
      '**/dist/**',
      '**/.next/**',
      '**/next-env.d.ts',
      '**/test-results/**',
      '**/playwright-report/**',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  { rules: { '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }] } },
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        URLSearchParams: 'readonly',
        fetch: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        setImmediate: 'readonly',
        performance: 'readonly',
        AbortSignal: 'readonly',
        Buffer: 'readonly',
      },
    },
  },
  { files: ['**/*.tsx', 'libs/chat-client/src/react/**'], ...reactHooks.configs.flat['recommended-latest'] },
  ...projects.map((project) => restrict([`${project.dir}/**/*.{ts,tsx,mjs}`], foreignProjects(project))),
  restrict(
    ['apps/api/src/**/*.ts'],
    [...api, ...typeorm, ...socketio, ...express],
    ['apps/api/src/testing/**'],
  ),
  restrict(
    ['apps/api/src/{common,config,infra}/**/*.ts'],
    [...api, ...typeorm, ...socketio, ...backToFeatures],
  ),
  restrict(
    ['apps/api/src/infra/{database,migrations}/**/*.ts', 'apps/api/src/infra/**/*.{repository,entity}.ts'],
    [...api, ...socketio, ...backToFeatures],
  ),
  restrict(['apps/api/src/infra/realtime/**/*.ts'], [...api, ...typeorm, ...backToFeatures]),
  ...FEATURES.flatMap((feature) => {
    const here = `apps/api/src/features/${feature}`;
    const common = [...api, ...laterFeatures(feature)];
    return [
      restrict([`${here}/**/*.ts`], [...common, ...typeorm, ...socketio, ...express]),
      restrict([`${here}/*.{controller,guard}.ts`], [...common, ...typeorm, ...socketio]),
      restrict([`${here}/*.gateway.ts`], [...common, ...typeorm, ...express]),
      restrict([`${here}/*.{repository,entity,module}.ts`], [...common, ...socketio, ...express]),
    ];
  }),
  restrict(
    ['libs/chat-client/src/**/*.ts'],
    [...byDir('libs/chat-client'), ...onlyIn('libs/chat-client/src/react', 'react', '@tanstack/react-query')],
    ['libs/chat-client/src/react/**', '**/*.spec.*'],
  ),
  restrict(
    ['apps/web/**/*.{ts,tsx}'],
    [...byDir('apps/web'), ...onlyIn('libs/chat-client', 'socket.io-client')],
  ),
);
