import { Button } from '@/ui/button';

type AskedAgainProps = {
  /** What is pressed first; nothing is done by it. */
  ask: string;
  text: string;
  confirm: string;
  action: string;
  /** Where to go afterwards. */
  back: string;
};

/** Something that is asked once more before it is done, without a script. */
export const AskedAgain = ({ ask, text, confirm, action, back }: AskedAgainProps) => (
  <details className="min-w-0 open:basis-full">
    <summary className="inline-flex h-8 list-none items-center rounded-[9px] border border-line bg-raised px-3 text-[13.5px] font-semibold text-danger hover:bg-hover touch:h-11 [&::-webkit-details-marker]:hidden">
      {ask}
    </summary>
    <form method="post" action={action} className="mt-2.5 rounded-lg border border-line bg-canvas p-4">
      <input type="hidden" name="back" value={back} />
      <p className="mb-3">{text}</p>
      <Button look="danger" size="sm">
        {confirm}
      </Button>
    </form>
  </details>
);
