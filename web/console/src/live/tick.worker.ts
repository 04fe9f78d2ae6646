/** Says something every so often; the page tells how often. */
onmessage = ({ data }: MessageEvent<number>) => {
  setInterval(() => {
    postMessage(null);
  }, data);
};
