export type { Chat, ChatOptions } from './chat.js';
export { createApi, type Api, type ApiOptions } from './connection/api.js';
export type {
  ConnectionState,
  ConnectionStatus,
  ConnectionStatusStore,
} from './connection/connection-status.js';
export { CallFailed, codeOf, CommandFailed, ProblemError } from './connection/failure.js';
export { createChat } from './create-chat.js';
export { indexedDbOutboxStore } from './messages/indexeddb-outbox-store.js';
export type { OutboxEntry, OutboxState } from './messages/outbox-entry.js';
export { memoryOutboxStore, type OutboxStore } from './messages/outbox-store.js';
export { messageState, type MessageState } from './receipts/message-state.js';
export type { ChatSnapshot } from './snapshot.js';
export type { DeliveryState, TimelineItem } from './timeline/timeline-item.js';
export { timelineItems } from './timeline/timeline-items.js';
export type { TimelineWindow } from './timeline/timeline-window.js';
