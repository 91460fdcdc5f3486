/**
 * HTML of a message, kept apart: a frame with every right taken away. It runs no script, opens no window, and leads
 * nowhere; what it says of pictures and styles is bound by the policy of the page.
 */
export function HtmlFrame({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      className="mailframe"
      title={title}
      sandbox=""
      referrerPolicy="no-referrer"
      // A link in it would replace the message; where no window may open, it does nothing.
      srcDoc={`<base target="_blank">${html}`}
    />
  )
}
