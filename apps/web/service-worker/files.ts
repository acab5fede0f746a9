/** Everything of this build that never changes under its address; put in by build.mjs. */
declare const BUILD_FILES: readonly string[];

export const buildFiles = BUILD_FILES;

const known = new Set(BUILD_FILES);

// A browser that has service workers never asks for them.
const OLD_BROWSERS = /<script[^>]*\snomodule[^>]*>/gi;

/** Whether a page can be shown with the scripts and styles of this build alone. */
export const fitsThisBuild = (html: string) =>
  (html.replace(OLD_BROWSERS, '').match(/\/_next\/static\/[\w./~-]+\.(?:js|css)/g) ?? []).every((file) =>
    known.has(file),
  );
