use crate::campaigns::CampaignPicture;
use crate::i18n::{DraftMsg, Lang, PictureMsg, Text, tr, use_lang};
use crate::paths;
use crate::pictures::{
    OwnPicture, PictureError, PictureField as F, PictureForm, PictureState, PicturesPort, picture_limits,
};
use crate::ui::{BackLink, Complaint, Done, Heading, InnerPage, Line, Refusal, answered, use_saved};
use crate::visitor::{port, visitor};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

/// The picture of a draft: chosen, described, replaced and removed.
#[component]
pub fn PicturePage() -> impl IntoView {
    let lang = use_lang();
    let saved = use_saved();
    let id = use_params_map().with_untracked(|params| params.get("id").unwrap_or_default());
    let own = async move { port::<PicturesPort>()?.read(&visitor()?, lang, &id).await };
    answered(own, None, move |own| view! { <Page own=own saved=saved/> }.into_any())
}

#[component]
fn Page(own: OwnPicture, saved: String) -> impl IntoView {
    let lang = use_lang();
    let state = use_context::<PictureState>();
    let heading = tr(lang, PictureMsg::Title);
    let title = match own.title.trim() {
        "" => tr(lang, DraftMsg::Untitled).into_owned(),
        title => title.to_owned(),
    };
    // An address can be kept and opened later: only what still holds is said.
    let said = match (saved.as_str(), own.picture.is_some()) {
        ("picture", true) => Some(PictureMsg::Saved),
        ("removed", false) => Some(PictureMsg::Removed),
        _ => None,
    };
    let said = said.filter(|_| state.is_none()).map(|text| view! { <Done text=tr(lang, text)/> });
    let (form, errors, failure) = match state {
        Some(PictureState { form, errors, failure }) => (form, errors, failure),
        None => (PictureForm { alts: own.alts.clone(), ..PictureForm::default() }, Vec::new(), None),
    };
    let listed = errors
        .iter()
        .map(|error| (format!("#{}", error.field.name()), tr(lang, PictureMsg::Problem(error.field, error.problem))));
    let listed = listed.collect();
    let shown = own.picture.clone().map(|picture| view! { <CampaignPicture picture=picture/> });
    let content = if own.open {
        editing(lang, &own, &form, &errors)
    } else {
        view! { <p class="notice">{tr(lang, PictureMsg::Fixed)}</p> }.into_any()
    };
    let lead = if own.changes { PictureMsg::ChangesLead } else { PictureMsg::Lead };
    view! {
        <InnerPage title=format!("{heading}: {title}")>
            <BackLink href=paths::draft(lang, &own.id) text=tr(lang, DraftMsg::BackToDraft)/>
            <Heading text=heading/>
            <p class="abstract">{title}</p>
            {said}
            <Refusal errors=listed kept=tr(lang, PictureMsg::NothingSaved) failure=failure/>
            <p>{tr(lang, lead)}</p>
            {shown}
            {content}
        </InnerPage>
    }
}

/// What is wrong with a field, in words.
fn problem(lang: Lang, errors: &[PictureError], field: F) -> Option<Text> {
    let error = errors.iter().find(|error| error.field == field)?;
    Some(tr(lang, PictureMsg::Problem(field, error.problem)))
}

/// The forms of a draft that is being written. The texts stand before the file, so that they have come in before a large one has.
fn editing(lang: Lang, own: &OwnPicture, form: &PictureForm, errors: &[PictureError]) -> AnyView {
    let path = paths::draft_picture(lang, &own.id);
    let several = own.languages.len() > 1;
    let alts = own.languages.iter().enumerate().map(|(i, of)| {
        let (field, optional) = (F::Alt(*of), i > 0);
        view! {
            <Line
                name=field.name()
                label=tr(lang, PictureMsg::Label(field, several))
                help=Some(tr(lang, if optional { PictureMsg::OtherAltHelp } else { PictureMsg::AltHelp }))
                value=form.alt(*of).to_owned()
                problem=problem(lang, errors, field)
                optional=optional
            />
        }
    });
    let alts = alts.collect_view();
    let there = own.picture.is_some();
    let file = problem(lang, errors, F::File);
    let described_by = if file.is_some() { "file-help file-error" } else { "file-help" };
    let invalid = file.is_some().then_some("true");
    let complaint = file.map(|text| view! { <Complaint name="file" text=text/> });
    let remove = there.then(|| {
        view! {
            <form class="form" method="post" action=path.clone() novalidate=true>
                <input r#type="hidden" name="action" value="remove"/>
                <button type="submit" class="button-danger">{tr(lang, PictureMsg::Remove)}</button>
            </form>
        }
    });
    let label = if there { PictureMsg::OtherFile } else { PictureMsg::Label(F::File, false) };
    let max = (picture_limits::FILE_MAX_MB, picture_limits::MEGAPIXELS_MAX);
    view! {
        <form class="form" method="post" enctype="multipart/form-data" action=path novalidate=true>
            <input r#type="hidden" name="action" value="put"/>
            {alts}
            <div class="field">
                <label for="file">{tr(lang, label)}</label>
                <p class="help" id="file-help">{tr(lang, PictureMsg::FileHelp(max))}</p>
                {complaint}
                <input
                    r#type="file"
                    id="file"
                    name="file"
                    accept="image/jpeg,image/png,image/webp"
                    aria-describedby=described_by
                    aria-invalid=invalid
                />
            </div>
            <button type="submit" class="button">{tr(lang, PictureMsg::Save)}</button>
        </form>
        {remove}
    }
    .into_any()
}
