import 'server-only';
import { codeOf, type ChatSnapshot } from '@parley/chat-client/server';
import type { ErrorCode, SearchPage } from '@parley/shared-types';
import { requestApi } from '@/lib/server/request-api';
import type { Query } from './search-query';

/** What the server found for the first HTML; a search that failed says why, and the page stands all the same. */
export type FirstSearch = {
  query: Query;
  cursor: string | null;
  page: SearchPage | null;
  error: ErrorCode | null;
};

const NOTHING: SearchPage = { items: [], nextCursor: null, users: [] };

export const loadSearch = async (query: Query, cursor: string | undefined) => {
  const api = await requestApi();
  const { q, roomId } = query;
  const search = async (): Promise<FirstSearch> => {
    const asked = { query, cursor: cursor ?? null };
    if (!q.trim()) return { ...asked, page: NOTHING, error: null };
    try {
      const page = await api.call('search', { q, ...(roomId && { roomId }), ...(cursor && { cursor }) });
      return { ...asked, page, error: null };
    } catch (error) {
      return { ...asked, page: null, error: codeOf(error) };
    }
  };
  const [me, rooms, first] = await Promise.all([api.call('me'), api.call('rooms', { limit: 500 }), search()]);
  const snapshot: ChatSnapshot = { me, rooms: rooms.items, users: first.page?.users ?? [] };
  return { snapshot, first };
};
