//! Pictures of campaigns: how they come in, and how they go out to whoever may see them.

use super::{
    App,
    forms::{came_back, kept, unreadable, visitor},
    redirect::see_other,
    refusal::refuse,
};
use app::{
    error::{AppError, PageError},
    form::FieldError,
    i18n::Lang,
    paths,
    pictures::{
        PictureField, PictureFile, PictureForm, PictureProblem, PictureState, Put, picture_limits::FILE_MAX,
        picture_limits::FILE_MAX_MB,
    },
};
use axum::{
    Form, RequestExt, Router,
    extract::{DefaultBodyLimit, FromRequest, Multipart, Path, Request, State},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use http::{HeaderValue, header};

/// Pictures that are read in at once: each takes up to 8 MB.
pub(super) const AT_ONCE: usize = 8;
/// Bytes of a text in the form.
const TEXT: usize = 8 << 10;
/// Fields of the form beyond which nothing of ours was sent.
const FIELDS: usize = 16;

/// The POST side of the page, on the pattern of its GET side, and the files.
pub(super) fn routes() -> Router<App> {
    let router = Router::new().route("/pictures/{file}", get(public));
    Lang::ALL.into_iter().fold(router, |router, lang| {
        let sent = post(move |app, path, request| change(app, lang, path, request));
        router
            // Its own bound is on what is read, in `bounds` and below.
            .route(&paths::draft_picture(lang, "{id}"), sent.layer(DefaultBodyLimit::disable()))
            .route(&paths::draft_picture_files(lang, "{id}", "{file}"), get(of_draft))
            .route(
                &paths::review_picture_files(lang, "{id}", "{file}"),
                get(move |app, path, request| for_review(app, lang, path, request)),
            )
    })
}

/// The file that came with a form.
#[derive(Default)]
enum File {
    /// None was chosen.
    #[default]
    None,
    /// What it holds.
    Held(Vec<u8>),
    /// It is larger than one may be.
    TooLarge,
}

/// A form as it was sent.
#[derive(Default)]
struct Sent {
    fields: Vec<(String, String)>,
    file: File,
}

impl Sent {
    /// Reads a form, and of a file no more than it may have; with `keeps_file` nothing at all of it. What is left out is read to its end all the
    /// same: a browser that is cut short shows an error of its own.
    async fn read(request: Request, keeps_file: bool) -> Result<Self, PageError> {
        let multipart = request
            .headers()
            .get(header::CONTENT_TYPE)
            .is_some_and(|kind| kind.as_bytes().starts_with(b"multipart/form-data"));
        if !multipart {
            let form = Form::<Vec<(String, String)>>::from_request(request, &()).await;
            let Form(fields) = form.map_err(|rejection| unreadable(rejection.into_response().status()))?;
            return Ok(Self { fields, file: File::None });
        }
        let form: Result<Multipart, _> = request.extract().await;
        let mut form = form.map_err(|rejection| unreadable(rejection.into_response().status()))?;
        let mut sent = Self::default();
        for _ in 0..FIELDS {
            let field = form.next_field().await.map_err(|error| unreadable(error.status()))?;
            let Some(mut field) = field else { return Ok(sent) };
            let name = field.name().unwrap_or_default().to_owned();
            let is_file = name == PictureField::File.name();
            let most = match is_file {
                true if keeps_file => FILE_MAX,
                true => 0,
                false => TEXT,
            };
            let (mut bytes, mut length) = (Vec::new(), 0_usize);
            while let Some(chunk) = field.chunk().await.map_err(|error| unreadable(error.status()))? {
                length = length.saturating_add(chunk.len());
                if length <= most {
                    bytes.extend_from_slice(&chunk);
                }
            }
            if !is_file {
                let text = if length <= most { String::from_utf8_lossy(&bytes).into_owned() } else { String::new() };
                sent.fields.push((name, text));
            } else if length > FILE_MAX {
                sent.file = File::TooLarge;
            } else if length > 0 {
                sent.file = File::Held(bytes);
            }
        }
        Err(PageError::Unreadable)
    }
}

async fn change(State(app): State<App>, lang: Lang, Path(id): Path<String>, request: Request) -> Response {
    let (page, body) = request.into_parts();
    let Some(visitor) = visitor(&page) else { return refuse(AppError::Internal) };
    let request = Request::from_parts(page.clone(), body);
    let pictures = &app.services.pictures;
    // Nobody has us hold a file who may not put it anywhere.
    let may = pictures.read(&visitor, lang, &id).await.map(drop);
    let place = app.uploads.try_acquire();
    let keeps_file = may.is_ok() && place.is_ok();
    let reading = Sent::read(request, keeps_file);
    let sent = if may.is_ok() {
        reading.await
    } else {
        // Who has no draft here gets no more time than with any other form.
        tokio::time::timeout(app.options.deadline, reading).await.unwrap_or(Err(PageError::TooSlow))
    };
    let Sent { fields, file } = match sent {
        Ok(sent) => sent,
        Err(error) => return refuse(error),
    };
    match may {
        Err(AppError::SignIn) => return kept(&app, page, fields).await,
        Err(error @ AppError::NotFound) => return refuse(error),
        _ => {}
    }
    let form = PictureForm::read(&fields);
    let path = paths::draft_picture(lang, &id);
    let too_large = FieldError { field: PictureField::File, problem: PictureProblem::TooLarge(FILE_MAX_MB) };
    let put = match (may, place, form.action.as_str(), file) {
        (Err(error), ..) => Err(error),
        (_, _, "remove", _) => pictures.remove(&visitor, &id).await,
        (_, Err(_), ..) => Err(AppError::Busy { retry_after: 5 }),
        (.., File::TooLarge) => Ok(Put::Refused(vec![too_large])),
        (.., File::Held(file)) => pictures.put(&visitor, &id, &form, Some(file)).await,
        (.., File::None) => pictures.put(&visitor, &id, &form, None).await,
    };
    let saved = if form.action == "remove" { "removed" } else { "picture" };
    let state = match put {
        Ok(Put::Done) => return see_other(&format!("{path}?saved={saved}")),
        // The page says that it waits.
        Ok(Put::Closed) => return see_other(&path),
        Ok(Put::Refused(errors)) => PictureState { form, errors, failure: None },
        Err(error @ AppError::NotFound) => return refuse(error),
        Err(error) => PictureState { form, errors: Vec::new(), failure: Some(error) },
    };
    came_back(&app, page, state.failure.clone(), state).await
}

/// A file, to be kept for as long as `lifetime` says.
fn jpeg(bytes: Vec<u8>, lifetime: Option<&'static str>) -> Response {
    let mut response = ([(header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg"))], bytes).into_response();
    if let Some(lifetime) = lifetime {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(lifetime));
    }
    response
}

/// Its name is that of its content, so it never changes.
async fn public(State(app): State<App>, Path(file): Path<String>) -> Response {
    let Some(file) = PictureFile::parse(&file) else { return refuse(AppError::NotFound) };
    match app.services.pictures.public(&file).await {
        Ok(bytes) => jpeg(bytes, Some("public, max-age=31536000, immutable")),
        Err(error) => refuse(error),
    }
}

/// For the team alone: nobody is led anywhere, and who may not have it finds nothing.
async fn of_draft(State(app): State<App>, Path((id, file)): Path<(String, String)>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let (Some(visitor), Some(file)) = (visitor(&parts), PictureFile::parse(&file)) else {
        return refuse(AppError::NotFound);
    };
    match app.services.pictures.of_draft(&visitor, &id, &file).await {
        Ok(bytes) => jpeg(bytes, None),
        Err(AppError::SignIn) => refuse(AppError::NotFound),
        Err(error) => refuse(error),
    }
}

async fn for_review(
    State(app): State<App>,
    lang: Lang,
    Path((id, file)): Path<(String, String)>,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let (Some(visitor), Some(file)) = (visitor(&parts), PictureFile::parse(&file)) else {
        return refuse(AppError::NotFound);
    };
    match app.services.pictures.for_review(&visitor, &id, &file).await {
        Ok(bytes) => jpeg(bytes, None),
        Err(AppError::SignIn) => see_other(&paths::sign_in(lang)),
        Err(AppError::SecondProof) => see_other(&paths::second_proof(lang, parts.uri.path())),
        Err(error) => refuse(error),
    }
}
