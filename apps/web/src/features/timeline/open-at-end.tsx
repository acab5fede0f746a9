// Runs while the page is still being read: without it the log would stand at its oldest message until React is there.
const SCRIPT = `{const log=document.querySelector('[role=log]'),id=new URLSearchParams(location.search).get('message');
if(log){const linked=id&&log.querySelector('[data-message="'+CSS.escape(id)+'"]'),fresh=log.querySelector('[data-new]');
if(linked)linked.scrollIntoView({block:'center'});else log.scrollTop=fresh?fresh.offsetTop-48:log.scrollHeight}}`;

/** Opens the server's HTML where the live page will: at the linked message, at what is new, or at the end. */
export const OpenAtEnd = ({ nonce }: { nonce: string | undefined }) => (
  <>
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: SCRIPT }} />
    <noscript>
      <style>
        {
          '.timeline{display:flex;flex-direction:column-reverse}.timeline>*{flex-shrink:0}.timeline>noscript{order:1}.fold{max-height:none;mask:none}'
        }
      </style>
    </noscript>
  </>
);
