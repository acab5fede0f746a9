import { useSyncExternalStore } from 'react';
import { NOT_STARTED, type ConnectionStatus } from '../connection/connection-status.js';
import { useChat } from './chat-context.js';

const notStarted = () => NOT_STARTED;

export const useConnection = (): ConnectionStatus => {
  const { connection } = useChat();
  return useSyncExternalStore(connection.subscribe, connection.get, notStarted);
};
