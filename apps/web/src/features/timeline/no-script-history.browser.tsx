/** The element alone: whoever runs this never sees what is in it. Takes the place of `no-script-history` in browsers. */
export const NoScriptHistory = () => <noscript />;
