import { safeNext } from '@/lib/safe-next';
import { formOf, seeOther, textOf } from '@/lib/server/form-reply';

/** On from the codes to where signing in led. */
export const POST = async (request: Request) => seeOther(safeNext(textOf(await formOf(request), 'next')));
