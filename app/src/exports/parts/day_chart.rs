use crate::exports::{BreakdownRow, Mark};
use crate::i18n::{ExportMsg, number, tr, use_lang};
use jiff::civil::Date;
use leptos::prelude::*;

/// The drawing's width in its own units; the page stretches it.
const WIDTH: i64 = 1_000;
/// Its height.
const HEIGHT: i64 = 300;

/// Days as a line, with marks. The drawing is decoration: the sentence above it and the table below say everything it shows.
#[component]
pub fn DayChart(
    /// Days in their order, the key of each in ISO 8601.
    rows: Vec<BreakdownRow>,
    /// What is marked.
    marks: Vec<Mark>,
) -> impl IntoView {
    let lang = use_lang();
    let most = rows.iter().map(|row| row.n).max().unwrap_or_default();
    let days = rows.iter().filter_map(|row| Some((row.key.parse().ok()?, row.n))).collect::<Vec<(Date, i64)>>();
    let lines = marks
        .iter()
        .filter_map(|mark| place(&days, mark.key.parse().ok()?))
        .map(|x| view! { <line class="chart-mark" x1=x.to_string() x2=x.to_string() y1="0" y2=HEIGHT.to_string()/> })
        .collect_view();
    let said = (!marks.is_empty()).then(|| {
        let items = marks
            .iter()
            .map(|mark| view! { <li>{tr(lang, ExportMsg::Mark { n: mark.n, day: &mark.day })}</li> })
            .collect_view();
        view! {
            <div class="chart-said">
                <p>{tr(lang, ExportMsg::Marks)}</p>
                <ul>{items}</ul>
            </div>
        }
    });
    let label = |row: Option<&BreakdownRow>| row.map(|row| row.label.clone());
    let last = if rows.len() > 1 { label(rows.last()) } else { None };
    view! {
        <div class="chart" aria-hidden="true">
            <p class="chart-most">{number(lang, most)}</p>
            <svg viewBox=format!("0 0 {WIDTH} {HEIGHT}") preserveAspectRatio="none" focusable="false">
                <line class="chart-grid" x1="0" x2=WIDTH.to_string() y1=(HEIGHT / 2).to_string() y2=(HEIGHT / 2).to_string()/>
                {lines}
                <polygon class="chart-area" points=format!("0,{HEIGHT} {} {WIDTH},{HEIGHT}", points(&days))/>
                <polyline class="chart-line" points=points(&days)/>
            </svg>
            <p class="chart-ends"><span>{label(rows.first())}</span><span>{last}</span></p>
        </div>
        {said}
    }
}

/// Days from the first to this one.
fn since(first: Date, day: Date) -> i64 {
    first.until(day).map_or(0, |span| i64::from(span.get_days()))
}

/// Where a day stands from left to right; `None` outside of the chart.
fn place(days: &[(Date, i64)], day: Date) -> Option<i64> {
    let (first, last) = (days.first()?.0, days.last()?.0);
    let length = since(first, last);
    (first <= day && day <= last).then(|| if length == 0 { WIDTH / 2 } else { since(first, day) * WIDTH / length })
}

/// The corners of the line. Days that are not among them have brought nothing that is told.
fn points(days: &[(Date, i64)]) -> String {
    let most = days.iter().map(|(_, n)| *n).max().unwrap_or_default().max(1);
    let mut corners = Vec::<(Date, i64)>::new();
    for (day, n) in days {
        let before = corners.last().map(|(last, _)| *last);
        let gap = before.and_then(|before| Some((before.tomorrow().ok()?, day.yesterday().ok()?)));
        if let Some((from, to)) = gap.filter(|(from, to)| from <= to) {
            corners.push((from, 0));
            if from < to {
                corners.push((to, 0));
            }
        }
        corners.push((*day, *n));
    }
    let at = |(day, n): &(Date, i64)| Some((place(days, *day)?, HEIGHT - n.max(&0) * HEIGHT / most));
    let mut corners = corners.iter().filter_map(at).collect::<Vec<_>>();
    // One day alone is a level line.
    if let [(_, y)] = corners[..] {
        corners = vec![(0, y), (WIDTH, y)];
    }
    corners.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(days: &[(i8, i64)]) -> Vec<(Date, i64)> {
        days.iter().map(|(day, n)| (jiff::civil::date(2026, 3, *day), *n)).collect()
    }

    #[test]
    fn a_line_goes_from_day_to_day() {
        assert_eq!(points(&days(&[(1, 10), (2, 20), (3, 15)])), "0,150 500,0 1000,75");
        assert_eq!(
            points(&days(&[(1, 10), (2, 20), (11, 20)])),
            "0,150 100,0 200,300 900,300 1000,0",
            "between are none"
        );
        assert_eq!(points(&days(&[(1, 12), (3, 12)])), "0,0 500,300 1000,0");
        assert_eq!(points(&days(&[(4, 12)])), "0,0 1000,0");
        assert_eq!(points(&[]), "");
    }

    #[test]
    fn marks_stand_at_their_days_and_nowhere_else() {
        let march = days(&[(1, 10), (11, 20)]);
        let at = |day| place(&march, jiff::civil::date(2026, 3, day));
        assert_eq!((at(1), at(4), at(11), at(12)), (Some(0), Some(300), Some(1_000), None));
        assert_eq!(place(&[], jiff::civil::date(2026, 3, 1)), None);
    }
}
