export { chosenFile, type OutboxFile } from './attachments/outbox-file.js';
export type { Upload, UploadState } from './attachments/upload.js';
export type { Uploads } from './attachments/uploads.js';
export type { Chat, ChatOptions, Refusal, SignIn } from './chat.js';
export { createApi, type Api, type ApiOptions } from './connection/api.js';
export type {
  ConnectionState,
  ConnectionStatus,
  ConnectionStatusStore,
} from './connection/connection-status.js';
export { CallFailed, codeOf, CommandFailed, ProblemError } from './connection/failure.js';
export type { Token } from './connection/token.js';
export { createChat } from './create-chat.js';
export { memoryDeviceStore, type DeviceStore } from './device/device-store.js';
export { indexedDbDeviceStore } from './device/indexeddb-device-store.js';
export { indexedDbOutboxStore } from './messages/indexeddb-outbox-store.js';
export type {
  MessageChange,
  OutboxChange,
  OutboxEntry,
  OutboxMessage,
  OutboxState,
} from './messages/outbox-entry.js';
export { memoryOutboxStore, type OutboxStore } from './messages/outbox-store.js';
export { messageState, type MessageState } from './receipts/message-state.js';
export type { ChatSnapshot } from './snapshot.js';
export type { ThreadStates } from './threads/follows.js';
export type { ThreadWindow } from './threads/thread-window.js';
export type { DeliveryState, TimelineItem } from './timeline/timeline-item.js';
export { timelineItems } from './timeline/timeline-items.js';
export type { MessagesById, TimelineWindow } from './timeline/timeline-window.js';
