'use client';
import './globals.css';

/** The last resort, when even the layout failed; no catalogue is at hand here. */
const GlobalError = () => (
  <html lang="en">
    <body className="grid min-h-dvh place-items-center p-6 text-center">
      <title>Parley</title>
      <main>
        <h1 className="font-display text-2xl font-[650]">Something broke on our side.</h1>
        <p className="mt-2 text-muted">
          Your messages are safe. <a href="/">Load the page again</a>
        </p>
      </main>
    </body>
  </html>
);

export default GlobalError;
