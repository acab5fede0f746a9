export default { testEnvironment: 'node', transform: {}, testMatch: ['**/*.spec.mjs'] };
