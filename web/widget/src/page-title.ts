/** What is new, in the title of a page that nobody looks at; a page that sets its own title keeps it. */

export class PageTitle {
  private readonly page: Pick<Document, "title">;
  /** The page's own title while ours stands there. */
  private own: string | null = null;
  private ours = "";

  constructor(page: Pick<Document, "title">) {
    this.page = page;
  }

  show(news: number): void {
    // The page may have given itself another title meanwhile: that one is its own now.
    if (this.own !== null && this.page.title !== this.ours) this.own = null;
    if (news === 0) {
      if (this.own !== null) this.page.title = this.own;
      this.own = null;
      return;
    }
    this.own ??= this.page.title;
    this.page.title = `(${news > 9 ? "9+" : news}) ${this.own}`;
    this.ours = this.page.title;
  }
}
