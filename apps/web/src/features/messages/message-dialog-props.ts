import type { Message } from '@parley/shared-types';

export type MessageDialogProps = { message: Message; onClose: () => void };
