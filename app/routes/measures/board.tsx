import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/permissions/permissions.ts";
import { noFilter } from "#app/domain/measures/list-filter.ts";
import { measureStatuses, type MeasureStatus } from "#app/domain/measures/vocabulary.ts";
import { listAddress, listParams, readListView } from "#app/forms/measure-list.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/measures.ts";
import { statusLabels } from "#app/i18n/de/vocabulary.ts";
import { formatDate, formatPercent, formatQuarterShort } from "#app/i18n/format.ts";
import { moveMeasure } from "#app/services/measures/move-measure.server.ts";
import { showBoard, type Board } from "#app/services/measures/show-board.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { TabLinks } from "#app/ui/table.tsx";
import { LightBadge } from "./light-badge.tsx";
import { NothingFound } from "./nothing-found.tsx";

export const meta: MetaFunction = () => [{ title: t("board.title") }];

const statusOf = (value: FormDataEntryValue | null): MeasureStatus | null => measureStatuses.find((status) => status === value) ?? null;

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { searchParams } = new URL(request.url);
  const { filter } = readListView(searchParams);
  const chosen = {
    actionFieldId: filter.actionFieldId === "none" ? null : filter.actionFieldId,
    leadUnitId: filter.leadUnitId === "none" ? null : filter.leadUnitId,
  };
  const openCard = Number(searchParams.get("karte")) || null;
  const may = { create: can(user, "measure:create"), import: can(user, "measure:import") };
  return { chosen, openCard, may, board: unwrap(showBoard({ db: context.db, clock: context.clock, user }, chosen)) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const form = await request.formData();
  const id = idParam(String(form.get("measureId")));
  const [from, to] = [statusOf(form.get("from")), statusOf(form.get("to"))];
  if (from === null || to === null) throw refusalResponse({ code: "invalid", fields: {} });
  const { searchParams } = new URL(request.url);
  searchParams.delete("karte");
  const back = `/massnahmen/board?${searchParams.toString()}`.replace(/\?$/, "");
  const result = moveMeasure(service, { id, from, to });
  if (result.ok) return redirectWithMessage(back, t("board.moved", { title: result.value.title, status: statusLabels[to] }));
  if (result.refusal.code === "conflict") return redirectWithMessage(back, t("board.conflict", { title: String(form.get("title") ?? "") }), "warning");
  throw refusalResponse(result.refusal);
}

export default function MeasureBoard() {
  const { board, chosen, openCard, may } = useLoaderData<typeof loader>();
  const field = (name: "actionFieldId" | "leadUnitId") => ({ id: `filter-${name}`, name: listParams[name], defaultValue: String(chosen[name] ?? "") });
  const named = (choices: Board["units"]) => choices.map(({ id, name }) => ({ value: String(id), label: name }));
  return (
    <Page title={t("board.title")} intro={<p>{t("board.intro")}</p>}>
      <TabLinks
        label={t("list.views")}
        tabs={[
          { to: "/massnahmen", label: t("list.asList"), current: false },
          { to: "/massnahmen/board", label: t("list.asBoard"), current: true },
          { to: listAddress({ filter: { ...noFilter, archived: true } }), label: t("list.archive"), current: false },
        ]}
      />
      <Form method="get" className="toolbar" key={JSON.stringify(chosen)}>
        <SelectField field={field("actionFieldId")} label={t("list.actionField")} emptyLabel={t("list.all")} options={named(board.actionFields)} />
        <SelectField field={field("leadUnitId")} label={t("list.leadUnit")} emptyLabel={t("list.all")} options={named(board.units)} />
        <div className="toolbar__buttons">
          <Button variant="primary">{t("list.apply")}</Button>
          <a href="/massnahmen/board" className="toolbar__reset">
            {t("list.reset")}
          </a>
        </div>
      </Form>
      {board.columns.every((column) => column.count === 0) ? (
        <NothingFound filtered={chosen.actionFieldId !== null || chosen.leadUnitId !== null} archived={false} mayCreate={may.create} mayImport={may.import} resetTo="/massnahmen/board" />
      ) : (
        <div className="board">
          {board.columns.map((column) => (
            <Column key={column.status} column={column} filter={chosen} openCard={openCard} />
          ))}
        </div>
      )}
    </Page>
  );
}

type ColumnData = Board["columns"][number];

type BoardFilter = { readonly actionFieldId: number | null; readonly leadUnitId: number | null };

/** The board with this card's form opened. */
function cardAddress(filter: BoardFilter, card: number | null): string {
  const address = listAddress({ filter: { ...noFilter, ...filter } }, "/massnahmen/board");
  return card === null ? address : `${address}${address.includes("?") ? "&" : "?"}karte=${card}`;
}

function Column({ column, filter, openCard }: { column: ColumnData; filter: BoardFilter; openCard: number | null }) {
  const { status, count, cards } = column;
  const id = `spalte-${status}`;
  return (
    <section className="board__column" aria-labelledby={id}>
      <h2 id={id}>
        {statusLabels[status]} <span className="muted small">{t("board.count", { count })}</span>
      </h2>
      {cards.length > 0 && (
        <ul className="board__cards">
          {cards.map((card) => (
            <Card key={card.id} card={card} filter={filter} open={card.id === openCard} />
          ))}
        </ul>
      )}
      {count > cards.length && <a href={listAddress({ filter: { ...noFilter, ...filter, status } })}>{t("board.more", { count })}</a>}
    </section>
  );
}

type CardData = ColumnData["cards"][number];

/** Plain links and one open form at a time: two hundred cards stay light. */
function Card({ card, filter, open }: { card: CardData; filter: BoardFilter; open: boolean }) {
  return (
    <li className="board__card" id={`karte-${card.id}`}>
      <a href={`/massnahmen/${card.id}`}>{card.title}</a>
      <div className="board__facts">
        {card.leadUnit !== null && <span>{card.leadUnit}</span>}
        {card.endQuarter !== null && <span>{t("list.until", { end: formatQuarterShort(card.endQuarter) })}</span>}
        {card.deadline !== null && <span>{t("list.deadline", { date: formatDate(card.deadline) })}</span>}
        {card.progressPercent !== null && <span>{formatPercent(card.progressPercent)}</span>}
        {card.trafficLight !== null && <LightBadge light={card.trafficLight} />}
      </div>
      {card.mayMove && open && <MoveForm card={card} />}
      {card.mayMove && !open && (
        <a href={`${cardAddress(filter, card.id)}#karte-${card.id}`} className="board__move" aria-label={`${t("board.change")}: ${card.title}`}>
          {t("board.change")}
        </a>
      )}
    </li>
  );
}

function MoveForm({ card }: { card: CardData }) {
  const selectId = `status-${card.id}`;
  return (
    <Form method="post" className="board__form" preventScrollReset>
      <input type="hidden" name="measureId" value={card.id} />
      <input type="hidden" name="title" value={card.title} />
      <input type="hidden" name="from" value={card.status} />
      <label className="visually-hidden" htmlFor={selectId}>
        {t("board.moveLabel", { title: card.title })}
      </label>
      <select className="input" id={selectId} name="to" defaultValue={card.status}>
        {measureStatuses.map((status) => (
          <option key={status} value={status}>
            {statusLabels[status]}
          </option>
        ))}
      </select>
      <Button compact>{t("board.move")}</Button>
    </Form>
  );
}
