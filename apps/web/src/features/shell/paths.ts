export const PANELS = ['members', 'pins'] as const;
export type Panel = (typeof PANELS)[number];

export const roomPath = (roomId: string) => `/rooms/${roomId}`;
export const panelPath = (roomId: string, panel: Panel) => `/rooms/${roomId}?panel=${panel}`;
export const messagePath = (roomId: string, messageId: string) => `/rooms/${roomId}?message=${messageId}`;

/** A thread beside its room; `messageId` is the reply to show in it. */
export const threadPath = (roomId: string, rootId: string, messageId?: string) =>
  `/rooms/${roomId}?thread=${rootId}${messageId ? `&message=${messageId}` : ''}`;
