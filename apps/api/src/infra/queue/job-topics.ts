/**
 * What can wait until after the answer, as `noun.past`: what has happened, and who it concerns. Ids only, never what
 * people wrote: admins see the payload of a job that failed.
 */
export type JobTopics = {
  /** Files are gone for everyone, and still in the store. */
  'files.removed': { fileIds: string[] };
};

export type JobTopic = keyof JobTopics;
