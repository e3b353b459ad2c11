use leptos::prelude::*;

/// One bar.
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// The figure as it reads.
    pub shown: String,
    /// The figure that gives it its length.
    pub value: i64,
}

/// Figures with a bar each. The bars are decoration: everything they show is said.
#[component]
pub fn Bars(
    /// The figures, in their order.
    bars: Vec<Bar>,
    /// Whether name, bar and figure share a line.
    #[prop(optional)]
    dense: bool,
) -> impl IntoView {
    let greatest = bars.iter().map(|bar| bar.value).max().unwrap_or_default();
    let items = bars
        .into_iter()
        .map(|bar| {
            view! {
                <li>
                    <span class="bars-label">{bar.label}</span>
                    " "
                    <span class="bars-value">{bar.shown}</span>
                    <svg class="bars-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                        <rect width=share(bar.value, greatest) height="1"/>
                    </svg>
                </li>
            }
        })
        .collect_view();
    view! { <ul class=if dense { "bars bars-dense" } else { "bars" } role="list">{items}</ul> }
}

/// The bar's length in hundredths of the greatest, with two decimals, without floating point: the same in every browser.
fn share(value: i64, greatest: i64) -> String {
    let parts = value.max(0).saturating_mul(10_000) / greatest.max(1);
    format!("{}.{:02}", parts / 100, parts % 100)
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn bars_are_measured_against_the_greatest() {
        assert_eq!(share(2600, 2600), "100.00");
        assert_eq!(share(640, 2600), "24.61");
        assert_eq!(share(0, 0), "0.00");
        assert_eq!(share(-5, 20), "0.00");
    }
}
