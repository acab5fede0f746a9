/** The channel that every new user is in. */
export const GENERAL = 'general';

/** One room per pair, whoever opens it. */
export const directKey = (one: string, other: string): string => `direct:${[one, other].sort().join(':')}`;

export const channelKey = (name: string): string => `channel:${name}`;
