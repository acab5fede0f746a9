const LENGTH = 140;

/** The beginning of a message, on one line. */
export const oneLine = (body: string) => {
  const line = body.replace(/\s+/g, ' ').trim();
  return line.length > LENGTH ? `${line.slice(0, LENGTH)}…` : line;
};
