import { EmojiPicker as Picker } from 'frimousse';
import { useTranslations } from 'next-intl';
import { rememberSkinTone } from './emoji-memory';

/** The colour of hands and faces: a press takes the next one. */
export const ToneButton = () => {
  const t = useTranslations('emoji');
  return (
    <Picker.SkinTone emoji="✋">
      {({ skinTone, setSkinTone, skinToneVariations }) => {
        const at = skinToneVariations.findIndex((each) => each.skinTone === skinTone);
        const next = skinToneVariations[(at + 1) % skinToneVariations.length];
        return (
          <button
            type="button"
            aria-label={t('skinTone')}
            title={t('skinTone')}
            className="grid size-9 flex-none place-items-center rounded-md text-xl hover:bg-pressed touch:size-11"
            onClick={() => {
              if (!next) return;
              setSkinTone(next.skinTone);
              rememberSkinTone(next.skinTone);
            }}
          >
            {skinToneVariations[at]?.emoji}
          </button>
        );
      }}
    </Picker.SkinTone>
  );
};
