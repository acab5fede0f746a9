import { stripJs, swc } from '../../jest.preset.mjs';

export default {
  testEnvironment: 'node',
  transform: swc(),
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: stripJs,
  roots: ['<rootDir>/src', '<rootDir>/test'],
  setupFiles: ['reflect-metadata'],
  testTimeout: 30_000,
};
