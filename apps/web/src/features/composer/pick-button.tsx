import { useRef } from 'react';
import { IconButton } from '@/ui/icon-button';
import { expectFiles } from './use-files';

type PickButtonProps = Pick<React.ComponentProps<'input'>, 'accept' | 'capture' | 'multiple'> & {
  label: string;
  onFiles: (files: FileList | null) => void;
  className?: string;
  children: React.ReactNode;
};

/** Opens the browser's own dialog for files, or the camera. */
export const PickButton = ({ label, onFiles, className, children, ...rest }: PickButtonProps) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        label={label}
        className={className}
        onPointerEnter={expectFiles}
        onFocus={expectFiles}
        onClick={() => input.current?.click()}
      >
        {children}
      </IconButton>
      <input
        {...rest}
        ref={input}
        type="file"
        hidden
        onChange={({ currentTarget }) => {
          onFiles(currentTarget.files);
          // The same file may be chosen again.
          currentTarget.value = '';
        }}
      />
    </>
  );
};
