use leptos::prelude::*;

/// The small set of icons. Each stands before a word that says the same.
#[derive(Clone, Copy)]
pub enum Glyph {
    /// Something is wrong.
    Alert,
    /// Something is done.
    Check,
    /// Something is locked.
    Lock,
    /// Prints.
    Print,
    /// Shares.
    Share,
    /// Copies.
    Copy,
    /// Writes a mail.
    Mail,
}

impl Glyph {
    fn path(self) -> &'static str {
        match self {
            Self::Alert => "M12 3 2.5 20h19L12 3ZM12 9.5v5M12 17.4v.1",
            Self::Check => "m4 12.5 5 5L20 6.5",
            Self::Lock => "M5 11h14v10H5zM8 11V7.5a4 4 0 0 1 8 0V11",
            Self::Print => "M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z",
            Self::Share => "M12 15V3m0 0L7.5 7.5M12 3l4.5 4.5M5 12v9h14v-9",
            Self::Copy => "M8 8h13v13H8zM16 8V3H3v13h5",
            Self::Mail => "M2.5 5h19v14h-19zM3 6l9 7 9-7",
        }
    }
}

/// An icon, unseen by screen readers.
#[component]
pub fn Icon(glyph: Glyph) -> impl IntoView {
    view! {
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=glyph.path()/>
        </svg>
    }
}
