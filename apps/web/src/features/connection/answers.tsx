import 'server-only';
import { setPageStatus } from '@/lib/server/page-status';
import { NotFound } from './not-found';
import { ServiceDown } from './service-down';

/** The page for an address that leads nowhere, or nowhere that this person may see. */
export const answerNotFound = () => {
  setPageStatus(404);
  return <NotFound />;
};

/** The page while the API does not answer. */
export const answerDown = (retry: string) => {
  setPageStatus(503);
  return <ServiceDown retry={retry} />;
};
