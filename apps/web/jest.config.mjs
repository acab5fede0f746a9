import { stripJs, swc } from '../../jest.preset.mjs';

export default {
  testEnvironment: 'node',
  transform: swc(),
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { ...stripJs, '^@/(.*)$': '<rootDir>/src/$1' },
  testMatch: ['**/*.spec.{ts,mjs}'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'json', 'node'],
  roots: ['<rootDir>/src', '<rootDir>/server'],
};
