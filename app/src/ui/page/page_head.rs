use super::PageTitle;
use crate::campaigns::Picture;
use crate::i18n::{Lang, use_lang};
use crate::paths;
use crate::site::Site;
use leptos::prelude::*;
use leptos_meta::{Link, Meta};

/// What a public page says of itself in `<head>`: title, description, its one address, its other languages, and what is shown where a
/// link to it is shared.
#[component]
pub fn PageHead(
    /// The title.
    #[prop(into)]
    title: String,
    /// A description of two or three sentences.
    #[prop(into)]
    description: String,
    /// The page's path.
    path: String,
    /// Where a reader without a language is sent, relative to the origin.
    #[prop(optional, into)]
    without_language: Option<String>,
    /// What is shown where a link is shared; the picture of the house, where there is none.
    #[prop(optional_no_strip)]
    picture: Option<Picture>,
) -> impl IntoView {
    let lang = use_lang();
    let Site { origin, name, .. } = use_context().unwrap_or_default();
    let url = format!("{origin}{path}");
    let alternates = Lang::ALL
        .into_iter()
        .map(|other| {
            let href = format!("{origin}{}", paths::in_language(other, &path, ""));
            view! { <Link rel="alternate" hreflang=other.code() href=href/> }
        })
        .collect_view();
    let default = without_language
        .map(|path| view! { <Link rel="alternate" hreflang="x-default" href=format!("{origin}{path}")/> });
    view! {
        <PageTitle text=title.clone()/>
        <Meta name="description" content=description.clone()/>
        <Link rel="canonical" href=url.clone()/>
        {alternates}
        {default}
        <Meta property="og:type" content="website"/>
        <Meta property="og:site_name" content=name/>
        <Meta property="og:locale" content=lang.code()/>
        <Meta property="og:title" content=title/>
        <Meta property="og:description" content=description/>
        <Meta property="og:url" content=url/>
        {shown_where_shared(&origin, picture)}
        <Meta name="twitter:card" content="summary_large_image"/>
    }
}

/// The picture that others show beside a link, with its size and its text, so that nobody has to fetch it to know them.
fn shown_where_shared(origin: &str, picture: Option<Picture>) -> AnyView {
    let Some(picture) = picture else {
        return view! { <Meta property="og:image" content=format!("{origin}/share.png")/> }.into_any();
    };
    let (width, height) = picture.size;
    view! {
        <Meta property="og:image" content=format!("{origin}{}", picture.widest())/>
        <Meta property="og:image:type" content="image/jpeg"/>
        <Meta property="og:image:width" content=width.to_string()/>
        <Meta property="og:image:height" content=height.to_string()/>
        <Meta property="og:image:alt" content=picture.alt/>
    }
    .into_any()
}
