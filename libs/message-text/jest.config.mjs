import { stripJs, swc } from '../../jest.preset.mjs';

export default {
  testEnvironment: 'node',
  transform: swc(),
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: stripJs,
  roots: ['<rootDir>/src'],
};
