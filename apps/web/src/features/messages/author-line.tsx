type Props = { name: string; at: string; time: string };

/** Who wrote a run of messages, and when it began. */
export const AuthorLine = ({ name, at, time }: Props) => (
  <p className="flex items-baseline gap-2 leading-5">
    <b className="min-w-0 truncate font-[650]">
      <bdi>{name}</bdi>
    </b>
    <time dateTime={at} className="text-xs text-muted tabular-nums">
      {time}
    </time>
  </p>
);
