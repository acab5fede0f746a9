import { Spinner } from './spinner';

type ResultStateProps = { loading: boolean; error: string | null; empty: string | null; loadingText: string };

/** What a list of results says when it is not simply a list. */
export const ResultState = ({ loading, error, empty, loadingText }: ResultStateProps) => {
  if (error) {
    return (
      <p role="alert" className="px-5 py-6 text-center text-danger">
        {error}
      </p>
    );
  }
  if (loading) {
    return (
      <p className="flex animate-late items-center justify-center gap-2.5 px-5 py-6 text-muted">
        <Spinner />
        {loadingText}
      </p>
    );
  }
  return empty ? <p className="px-5 py-6 text-center text-muted">{empty}</p> : null;
};
