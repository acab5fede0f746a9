import { OfflineStart } from '@/features/offline/offline-start';
import { maxMessageLength } from '@/lib/server/max-message-length';

/** Kept by the service worker, so it must say nothing of anybody: see service-worker/shell.ts. */
const Offline = () => <OfflineStart maxMessageLength={maxMessageLength()} />;

export default Offline;
