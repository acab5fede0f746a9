import type { CommandData, CommandName, CommandPayload } from '@parley/shared-types';
import type { Caller } from '../../common/caller.js';

/** The metadata key under which a handler carries its command's name. */
export const COMMAND = 'parley:command';

type Handler<Name extends CommandName> = (
  caller: Caller,
  payload: CommandPayload<Name>,
) => CommandData<Name> | Promise<CommandData<Name>>;

/**
 * Serves a socket command: the method gets the caller and the validated payload, and what it returns or throws
 * becomes the ack. A method that does not fit the contract does not compile.
 */
export const OnCommand =
  <Name extends CommandName>(name: Name) =>
  <Method extends Handler<Name>>(_: object, __: string, method: TypedPropertyDescriptor<Method>): void => {
    Reflect.defineMetadata(COMMAND, name, method.value!);
  };
