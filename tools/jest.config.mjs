export default { testEnvironment: 'node', transform: {}, testMatch: ['**/*.spec.mjs'], testTimeout: 90_000 };
