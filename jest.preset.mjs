/** Compiles TypeScript for jest as native ES modules; decorators carry their metadata, as Nest needs. */
export const swc = () => ({
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        keepClassNames: true,
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
});

/** Source files import each other as `./x.js`; the tests run the `.ts` beside it. */
export const stripJs = { '^(\\.{1,2}/.*)\\.js$': '$1' };
