import { answerDown } from '@/features/connection/answers';
import { loadSearch } from '@/features/search/load-search';
import { queryOf, searchPath } from '@/features/search/search-query';
import { SearchView } from '@/features/search/search-view';
import { Messenger } from '@/features/shell/messenger';
import { firstOf } from '@/lib/first-of';
import { pageContext } from '@/lib/server/page-context';
import { isDown, signInFirst } from '@/lib/server/sign-in-first';

const SearchPage = async ({ searchParams }: PageProps<'/search'>) => {
  const asked = await searchParams;
  const query = queryOf(firstOf(asked.q), firstOf(asked.room));
  const loaded = await loadSearch(query, firstOf(asked.cursor)).catch((error: unknown) => {
    signInFirst(error, searchPath(query));
    if (isDown(error)) return null;
    throw error;
  });
  if (!loaded) return answerDown(searchPath(query));
  const search = <SearchView first={loaded.first} />;
  return <Messenger snapshot={loaded.snapshot} search={search} {...await pageContext(null)} />;
};

export default SearchPage;
